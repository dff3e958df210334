@NullMarked
package org.duebook.keeping;

import org.jspecify.annotations.NullMarked;
