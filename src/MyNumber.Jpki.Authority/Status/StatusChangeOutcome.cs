namespace MyNumber.Jpki.Authority.Status;

/// <summary>What became of a request to change a status. Only <see cref="Applied"/> changes anything.</summary>
public enum StatusChangeOutcome
{
    /// <summary>Done.</summary>
    Applied,

    /// <summary>Refused: the certificate is not of this authority.</summary>
    UnknownCertificate,

    /// <summary>Refused: revocation is terminal.</summary>
    AlreadyRevoked,

    /// <summary>Refused: it is on hold already.</summary>
    AlreadyHeld,

    /// <summary>Refused: there is no hold to lift.</summary>
    NotHeld,

    /// <summary>Refused: the hold of a card's certificate is never lifted; the holder revokes and asks for new ones.</summary>
    HoldIsNeverLifted,

    /// <summary>Refused: not one of JPKI's reasons for a revocation, 0 to 5.</summary>
    ReasonNotUsed,
}
