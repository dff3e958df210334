@NullMarked
package org.duebook.orders;

import org.jspecify.annotations.NullMarked;
