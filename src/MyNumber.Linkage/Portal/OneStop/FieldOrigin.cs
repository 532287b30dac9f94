namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>Who filled a field.</summary>
public enum FieldOrigin
{
    /// <summary>Nobody yet.</summary>
    Empty,

    /// <summary>A body's answer to the person's self-information; the person left it as it is.</summary>
    Prefilled,

    /// <summary>It was filled beforehand and the person changed it.</summary>
    Changed,

    /// <summary>The person filled it.</summary>
    Entered,
}
