/**
 * Changes somebody wishes and nobody has decided yet: proposals for accepted orders, and drafts of new ones. An accepted order
 * is never edited in place, so an edited order balance sheet changes nothing by itself; what differs is filed here, each
 * wish open once however often the sheet is sent. A draft becomes an order by being entered, and then the rules decide it.
 * What a change would do is asked of promising, which tries it on the plan in memory; nothing of that is kept here, since an
 * hour later it would be something else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "orders", "promising"})
package org.duebook.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
