@NullMarked
package org.duebook.fulfilment;

import org.jspecify.annotations.NullMarked;
