namespace MyNumber.Numbering.CorporateList;

/// <summary>Why a row of the list could not be read.</summary>
public enum CorporateListReason
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The row has not 30 columns.</summary>
    WrongColumnCount,

    /// <summary>A quotation mark inside an unquoted field, or text after a closing one.</summary>
    StrayQuote,

    /// <summary>A quoted field does not end before the row's ceiling or the end of the file.</summary>
    UnclosedQuote,

    /// <summary>The row is longer than 16,384 characters.</summary>
    RowTooLong,

    /// <summary>A field is longer than 2,048 characters.</summary>
    FieldTooLong,

    /// <summary>Bytes that are no text in the encoding of the file.</summary>
    UndecodableText,

    /// <summary>A corporate number (法人番号) is not valid.</summary>
    WrongCorporateNumber,

    /// <summary>A date is missing or is none of the form yyyy-MM-dd.</summary>
    WrongDate,

    /// <summary>A code that this version does not know, or that may not be absent.</summary>
    UnknownCode,

    /// <summary>The sequence number is no number.</summary>
    WrongSequenceNumber,
}
