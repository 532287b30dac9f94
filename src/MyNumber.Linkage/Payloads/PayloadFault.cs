namespace MyNumber.Linkage.Payloads;

/// <summary>Why bytes are no payload.</summary>
public enum PayloadFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>More than <see cref="PayloadEncoding.MostBytes"/> bytes.</summary>
    TooLarge,

    /// <summary>Not the DER structure, or not its only encoding.</summary>
    WrongEncoding,

    /// <summary>A version of the structure that this version does not know.</summary>
    UnknownVersion,

    /// <summary>An id of a set, layout or item is none.</summary>
    WrongId,

    /// <summary>Items are there twice or not in ascending order.</summary>
    WrongOrder,

    /// <summary>More than <see cref="ItemSetPayload.MostItems"/> items.</summary>
    TooManyItems,

    /// <summary>A value is too long or holds half a surrogate pair.</summary>
    WrongValue,
}
