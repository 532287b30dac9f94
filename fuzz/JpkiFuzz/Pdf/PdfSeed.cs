namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>A signed file of which every object is known.</summary>
internal sealed record PdfSeed
{
    public byte[] File { get; init; } = [];

    /// <summary>Generation and text of each object.</summary>
    public IReadOnlyDictionary<int, (int Generation, string Text)> Objects { get; init; } = new Dictionary<int, (int, string)>();

    /// <summary>The first number that is free.</summary>
    public int Size { get; init; }

    /// <summary>Numbers that the file refers to and has no object for.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    /// <summary>Whether an object leads beyond the signed bytes, so that no update whatever is harmless.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Where its stream would end if it went on; zero when it is a value that goes on.</summary>
    public int Beyond { get; init; }

    /// <summary>A signature field without a signature; zero where there is none.</summary>
    public int Empty { get; init; }

    /// <summary>Whether the signer allowed no further signature.</summary>
    public bool IsLast { get; init; }

    /// <summary>The objects whose text has the list of fields, first, and the list of annotations, each the only list of references to the signature's field.</summary>
    public IReadOnlyList<int> Lists { get; init; } = [];

    /// <summary>A list of fields that the file uses for something else too; zero where there is none.</summary>
    public int Shared { get; init; }

    public string Trailer { get; init; } = "/Root 1 0 R";

    public bool IsPacked { get; init; }
}
