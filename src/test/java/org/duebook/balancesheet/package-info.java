@NullMarked
package org.duebook.balancesheet;

import org.jspecify.annotations.NullMarked;
