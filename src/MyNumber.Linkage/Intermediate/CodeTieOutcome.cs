namespace MyNumber.Linkage.Intermediate;

/// <summary>What became of tying an agency code to an addressee number (符号と宛名番号の紐付け).</summary>
public enum CodeTieOutcome
{
    /// <summary>Tied now.</summary>
    Tied,

    /// <summary>The same two were tied before.</summary>
    AlreadyTied,

    /// <summary>The code is tied to another addressee; nothing was changed.</summary>
    CodeIsTaken,

    /// <summary>The addressee has another code; nothing was changed.</summary>
    AddresseeHasCode,

    /// <summary>There is no such tie to be replaced; nothing was changed.</summary>
    NotTied,
}
