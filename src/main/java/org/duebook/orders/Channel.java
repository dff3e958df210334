package org.duebook.orders;

/** How an order reached the plant. */
public enum Channel {
    PHONE,
    FAX,
    EMAIL,
    WEB,
    SHOP,
    VISIT,
    TRADE_FAIR,
    API
}
