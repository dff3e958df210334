/** Sign-in, without a server. */
@NullMarked
package org.duebook.web.security;

import org.jspecify.annotations.NullMarked;
