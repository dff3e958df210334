package org.duebook.web.pages;

import java.util.List;
import java.util.Optional;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.Orders;
import org.duebook.policy.Judgement;
import org.duebook.policy.Policies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why each rule had a say about an order, or had none; asked for by itself, since rules of old may have to be loaded for it. */
@Controller
class OrderWhyNot {

    private final Orders orders;
    private final Policies policies;

    OrderWhyNot(Orders orders, Policies policies) {
        this.orders = orders;
        this.policies = policies;
    }

    @GetMapping("/orders/{number}/why-not")
    String show(@PathVariable String number, Model model) {
        CustomerOrder order = orders.find(OrderPage.number(number)).orElseThrow(OrderPage::notFound);
        List<Judgement> judgements = policies.judgements(order.number());
        Optional<Judgement> last = judgements.isEmpty() ? Optional.empty() : Optional.of(judgements.getLast());
        model.addAttribute("of", order.number());
        model.addAttribute("judgement", last.orElse(null));
        model.addAttribute("answers", last.flatMap(policies::whyNot).orElse(List.of()));
        return "order-why-not";
    }
}
