namespace MyNumber.Linkage.Codes;

/// <summary>What the core can tell of a presented agency code by its key alone, without a database.</summary>
public enum CodeVerdict
{
    /// <summary>Made by this core for the holder that presents it, in the holder's present epoch.</summary>
    Genuine,

    /// <summary>Not made by this core (a random or altered code passes with a chance of 2^-48).</summary>
    Forged,

    /// <summary>Made for another holder (符号の取り違え).</summary>
    Foreign,

    /// <summary>Made for this holder in an earlier epoch of the holder.</summary>
    Superseded,

    /// <summary>Made under a key epoch that this core does not hold.</summary>
    UnknownKeyEpoch,

    /// <summary>Made by a construction that this version does not know.</summary>
    UnknownScheme,
}
