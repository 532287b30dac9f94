namespace MyNumber.Card.Emulation.Objects;

/// <summary>The kinds of node under an application.</summary>
internal enum FileKind
{
    None = 0,

    /// <summary>Working EF (transparent).</summary>
    Transparent,

    /// <summary>Internal EF that holds a PIN or matching number.</summary>
    Pin,

    /// <summary>Internal EF that holds a private key.</summary>
    Key,

    /// <summary>Working EF of records.</summary>
    Record,

    /// <summary>Internal EF of unknown use: it can be selected, and every command on it answers 6981.</summary>
    Internal,
}
