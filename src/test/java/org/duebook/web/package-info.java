/** The API over HTTP, every answer held against the contract. */
@NullMarked
package org.duebook.web;

import org.jspecify.annotations.NullMarked;
