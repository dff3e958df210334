package org.duebook.web.security;

import static org.duebook.people.Role.ADMINISTRATOR;
import static org.duebook.people.Role.ANALYST;
import static org.duebook.people.Role.PLANNER;
import static org.duebook.people.Role.PURCHASING;
import static org.duebook.people.Role.SALES;
import static org.duebook.people.Role.SHOP_FLOOR;
import static org.duebook.people.Role.WAREHOUSE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.duebook.people.People;
import org.duebook.people.Role;
import org.duebook.shared.Fault;
import org.duebook.web.idempotency.Idempotency;
import org.duebook.web.problems.BoundedBody;
import org.duebook.web.problems.LastResort;
import org.duebook.web.problems.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Three chains: the API (no session), operations (no session), and the pages (form, session, CSRF). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebLimits.class)
class SecurityConfiguration {

    private static final String PAGES_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI styles its elements in place; no other page may. */
    private static final String BROWSER_POLICY = PAGES_POLICY + "; style-src 'self' 'unsafe-inline'";

    private static final String API = "/api/v1";

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            People people,
            Refusals refusals,
            ProblemWriter problems,
            Idempotency idempotency,
            WebLimits limits) {
        BoundedBody body = new BoundedBody((int) limits.json().toBytes(), problems);
        stateless(http.securityMatcher("/api/**"), refusals)
                .authorizeHttpRequests(SecurityConfiguration::apiRoles)
                .addFilterBefore(new LastResort(problems), HeaderWriterFilter.class)
                .addFilterBefore(new ApiKeys(people, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(body, AuthorizationFilter.class)
                .addFilterAfter(idempotency.filter(), BoundedBody.class);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain operationsChain(HttpSecurity http, People people, Refusals refusals, ProblemWriter problems) {
        stateless(http.securityMatcher("/actuator/**"), refusals)
                .authorizeHttpRequests(to -> to.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole(ADMINISTRATOR.name()))
                .addFilterBefore(new ApiKeys(people, problems), BasicAuthenticationFilter.class);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain contractBrowserChain(HttpSecurity http) {
        http.securityMatcher("/swagger-ui", "/swagger-ui/**", "/swagger-ui.html", "/openapi.yaml", "/duebook.yaml")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, BROWSER_POLICY))
                .authorizeHttpRequests(to -> to.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pagesChain(HttpSecurity http) {
        http.headers(headers -> headers(headers, PAGES_POLICY))
                .formLogin(form -> form.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out").permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(toLogin()))
                .authorizeHttpRequests(SecurityConfiguration::pageRoles);
        return http.build();
    }

    @Bean
    UserDetailsService signInUsers(People people) {
        return name -> people.findForLogin(name)
                .map(user -> User.withUsername(user.name())
                        .password(user.passwordHash())
                        .authorities(Authorities.of(user))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown user"));
    }

    @Bean
    PasswordEncoder passwordEncoder(Clock clock) {
        return new RememberingPasswordEncoder(new BCryptPasswordEncoder(), clock);
    }

    /** Numbers may hold a slash, which a path writes as {@code %2F}. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(
                request,
                response,
                HttpStatus.BAD_REQUEST,
                new Fault("request", "a forbidden character", "a plain path and plain headers", "encode it properly"));
    }

    private static HttpSecurity stateless(HttpSecurity http, Refusals refusals) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, "default-src 'none'; frame-ancestors 'none'"))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    private static void apiRoles(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers(API + "/users/**", API + "/api-keys/**")
                .hasRole(ADMINISTRATOR.name())
                .requestMatchers(API + "/me/**")
                .authenticated()
                .requestMatchers(GET, API + "/exports/**")
                .hasAnyRole(with(PLANNER))
                .requestMatchers(GET, API + "/quotes/*/alternatives", API + "/change-proposals/*/impact")
                .hasAnyRole(with(SALES, PLANNER))
                .requestMatchers(POST, API + "/orders/*/impact")
                .hasAnyRole(with(SALES, PLANNER))
                .requestMatchers(GET, API + "/**")
                .authenticated()
                .requestMatchers(
                        POST,
                        API + "/orders/**",
                        API + "/quotes/**",
                        API + "/deliveries/**",
                        API + "/draft-orders/*/enter")
                .hasAnyRole(with(SALES))
                .requestMatchers(
                        POST,
                        API + "/change-proposals/**",
                        API + "/balance-sheet/**",
                        API + "/draft-orders/**",
                        API + "/promises/**")
                .hasAnyRole(with(SALES, PLANNER))
                .requestMatchers(POST, API + "/operations/**")
                .hasAnyRole(with(PLANNER, SHOP_FLOOR))
                .requestMatchers(
                        POST, API + "/entries/receipts", API + "/entries/stock-counts", API + "/entries/*/withdraw")
                .hasAnyRole(with(PLANNER, WAREHOUSE, PURCHASING))
                .requestMatchers(
                        POST,
                        API + "/planning-runs/**",
                        API + "/schedules/**",
                        API + "/entries/**",
                        API + "/imports/**")
                .hasAnyRole(with(PLANNER))
                .requestMatchers(POST, API + "/rule-sets/**")
                .hasAnyRole(with(ANALYST))
                .requestMatchers(PUT, API + "/**")
                .hasAnyRole(with(PLANNER))
                .anyRequest()
                .authenticated();
    }

    private static void pageRoles(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers(
                        "/login",
                        "/error",
                        "/webjars/**",
                        "/css/**",
                        "/js/**",
                        "/images/**",
                        "/favicon.ico",
                        "/favicon.svg")
                .permitAll()
                .requestMatchers("/users/**")
                .hasRole(ADMINISTRATOR.name())
                .requestMatchers(GET, "/orders/*/impact", "/changes/proposals/*/impact")
                .hasAnyRole(with(SALES, PLANNER))
                .requestMatchers(POST, "/orders/**", "/quote/**", "/changes/drafts/*/enter")
                .hasAnyRole(with(SALES))
                .requestMatchers(POST, "/changes/**", "/promises/**")
                .hasAnyRole(with(SALES, PLANNER))
                .requestMatchers(POST, "/shop-floor/**")
                .hasAnyRole(with(PLANNER, SHOP_FLOOR))
                .requestMatchers(POST, "/entries/receipt", "/entries/stock-count", "/entries/*/withdraw")
                .hasAnyRole(with(PLANNER, WAREHOUSE, PURCHASING))
                .requestMatchers(POST, "/planning-runs/**", "/schedule/**", "/entries/**")
                .hasAnyRole(with(PLANNER))
                .requestMatchers("/imports/**")
                .hasAnyRole(with(PLANNER))
                .requestMatchers("/rules/back-test/**")
                .hasAnyRole(with(ANALYST))
                .requestMatchers(POST, "/rules/**")
                .hasAnyRole(with(ANALYST))
                .requestMatchers("/rules/back-test/**")
                .hasAnyRole(with(ANALYST))
                .anyRequest()
                .authenticated();
    }

    /** The roles, and the administrator. */
    private static String[] with(Role... roles) {
        return Stream.concat(Arrays.stream(roles), Stream.of(ADMINISTRATOR))
                .map(Role::name)
                .toArray(String[]::new);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String contentPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    /** A fragment asked for after the session ended must not put the login page into the middle of a page. */
    private static AuthenticationEntryPoint toLogin() {
        AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, why) -> {
            if (request.getHeader("HX-Request") == null) {
                login.commence(request, response, why);
            } else {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                response.setHeader("HX-Redirect", "/login");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        };
    }
}
