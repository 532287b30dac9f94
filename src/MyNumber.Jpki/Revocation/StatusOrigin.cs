namespace MyNumber.Jpki.Revocation;

/// <summary>Where an answer about a status was taken from, so that a person sees whether somebody was asked just now.</summary>
public enum StatusOrigin
{
    /// <summary>From nowhere: nothing was learnt.</summary>
    None = 0,

    /// <summary>A responder was asked for it.</summary>
    Responder,

    /// <summary>A list (失効情報ファイル) at hand.</summary>
    List,

    /// <summary>An earlier answer that was kept; <see cref="RevocationEvidence.ReceivedAt"/> says since when.</summary>
    Cache,

    /// <summary>Handed over by the holder or client together with the certificate.</summary>
    Stapled,
}
