@NullMarked
package org.duebook.policy.table;

import org.jspecify.annotations.NullMarked;
