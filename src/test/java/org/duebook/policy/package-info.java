@NullMarked
package org.duebook.policy;

import org.jspecify.annotations.NullMarked;
