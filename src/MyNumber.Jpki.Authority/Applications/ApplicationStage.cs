namespace MyNumber.Jpki.Authority.Applications;

/// <summary>Where an application stands.</summary>
public enum ApplicationStage
{
    /// <summary>Certificates are issued and not yet with the holder.</summary>
    Issued = 1,

    /// <summary>The holder has them.</summary>
    InUse = 2,

    /// <summary>On hold (一時保留) after a loss.</summary>
    OnHold = 3,

    /// <summary>A later application took its place.</summary>
    Replaced = 4,

    /// <summary>No certificate of it is in force, and none will be.</summary>
    Ended = 5,
}
