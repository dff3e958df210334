/**
 * The pages for people: server-rendered, working without scripts, with htmx where an answer should appear in place. Nothing on them
 * comes from outside the plant's own server, and no script or style stands inside a page.
 */
@NullMarked
package org.duebook.web.pages;

import org.jspecify.annotations.NullMarked;
