/**
 * Who may come in and do what: HTTP Basic and API keys on the API, a form on the pages, roles by path.
 */
@NullMarked
package org.duebook.web.security;

import org.jspecify.annotations.NullMarked;
