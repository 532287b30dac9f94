namespace MyNumber.Jpki.Pdf;

/// <summary>The ceilings of this library for signed PDF (上限). They are this library's choice; the standard gives none that would do.</summary>
public static class PdfLimits
{
    /// <summary>The longest document, in bytes (64 MiB).</summary>
    public const int DocumentLength = 64 * 1024 * 1024;

    /// <summary>The deepest nesting of arrays and dictionaries, of form fields and of the page tree.</summary>
    public const int Depth = 64;

    /// <summary>The most values (numbers, names, strings, arrays, dictionaries) that are read of one document.</summary>
    public const int Values = 1_000_000;

    /// <summary>The most rows of all cross-reference tables together.</summary>
    public const int CrossReferences = 500_000;

    /// <summary>The most revisions: the document as first written and each incremental update (増分更新).</summary>
    public const int Revisions = 64;

    /// <summary>The most form fields.</summary>
    public const int Fields = 10_000;

    /// <summary>The most signatures that are judged.</summary>
    public const int Signatures = 16;

    /// <summary>The most bytes that all compressed cross-reference and object streams may come to together (64 MiB).</summary>
    public const int DecompressedLength = 64 * 1024 * 1024;

    /// <summary>The longest CMS message in /Contents, in bytes (1 MiB).</summary>
    public const int SignatureLength = 1024 * 1024;

    /// <summary>The longest name object, in bytes; ISO 32000-1 annex C.2 has 127.</summary>
    public const int NameLength = 255;

    /// <summary>The most characters that all different names of one document may have together (8 Mi).</summary>
    public const int NamesLength = 8 * 1024 * 1024;

    /// <summary>The longest whole name of a form field, with the names of its parents (完全修飾フィールド名), in characters.</summary>
    public const int FieldNameLength = 1024;

    /// <summary>The most steps of following references, comparing values and spelling names of fields, over all revisions.</summary>
    public const int Steps = 50_000_000;
}
