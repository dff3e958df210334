@NullMarked
package org.duebook.policy.desk;

import org.jspecify.annotations.NullMarked;
