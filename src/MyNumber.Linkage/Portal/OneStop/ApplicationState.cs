namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>How far an application is.</summary>
public enum ApplicationState
{
    /// <summary>The person fills it.</summary>
    Draft = 1,

    /// <summary>The person confirmed it; nothing of it changes any more.</summary>
    Confirmed = 2,

    /// <summary>Every body has answered finally.</summary>
    Submitted = 3,
}
