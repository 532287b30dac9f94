namespace InformationLinkage;

internal enum ArrowKind
{
    /// <summary>A request or notice.</summary>
    Request,

    /// <summary>Data, sealed from body to body.</summary>
    Provided,

    /// <summary>A refusal.</summary>
    Refused,

    /// <summary>A correction or a warning.</summary>
    Repair,

    /// <summary>No message: a chapter begins.</summary>
    Chapter,
}
