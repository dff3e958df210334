@NullMarked
package org.duebook.customers;

import org.jspecify.annotations.NullMarked;
