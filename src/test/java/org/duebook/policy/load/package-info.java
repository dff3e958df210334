@NullMarked
package org.duebook.policy.load;

import org.jspecify.annotations.NullMarked;
