@NullMarked
package org.duebook.policy.order;

import org.jspecify.annotations.NullMarked;
