@NullMarked
package org.duebook.policy.difference;

import org.jspecify.annotations.NullMarked;
