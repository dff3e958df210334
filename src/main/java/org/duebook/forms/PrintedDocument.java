package org.duebook.forms;

import org.duebook.documents.DocumentKind;

/**
 * A document to be handed out.
 *
 * @param name of its file, ending included, in plain letters
 */
public record PrintedDocument(String name, DocumentKind kind, byte[] bytes) {}
