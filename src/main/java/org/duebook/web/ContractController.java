package org.duebook.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The contract itself, as it was written, and the way to the page that shows it. */
@Controller
class ContractController {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> contract() {
        return ResponseEntity.ok().contentType(YAML).body(new ClassPathResource("static/duebook.yaml"));
    }

    @GetMapping({"/swagger-ui.html", "/swagger-ui", "/swagger-ui/"})
    String browse() {
        return "redirect:/swagger-ui/index.html";
    }
}
