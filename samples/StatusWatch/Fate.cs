namespace StatusWatch;

/// <summary>What happens to a customer before the night. Only the generator and the authority know it; the bank has to find out.</summary>
internal enum Fate
{
    /// <summary>Nothing.</summary>
    Stays,

    /// <summary>Moves house (転居): the resident's record changes.</summary>
    Moves,

    /// <summary>Renews both certificates (更新), some weeks before their end.</summary>
    Renews,

    /// <summary>Loses the card during the day (紛失): both go on hold.</summary>
    LosesCard,

    /// <summary>Loses the card after midnight, when the lists of the day are made already.</summary>
    LosesCardAfterMidnight,

    /// <summary>Dies (死亡).</summary>
    Dies,

    /// <summary>Gives the card back (返納).</summary>
    ReturnsCard,

    /// <summary>Reports that the private key leaked.</summary>
    LeaksKey,

    /// <summary>Let the certificates run out long ago.</summary>
    Expires,

    /// <summary>Nothing; but one bit of the bank's own copy of the certificate has turned over.</summary>
    CopyIsDamaged,
}
