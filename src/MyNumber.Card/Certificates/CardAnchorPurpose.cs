namespace MyNumber.Card.Certificates;

/// <summary>What an anchor may vouch for. An anchor of one application is a foreign one in another.</summary>
public enum CardAnchorPurpose
{
    /// <summary>The input-support application; 5000033 in production, 6000033 in tests.</summary>
    InputSupport = 0,

    /// <summary>The surface application; 5000023 in production, 6000023 in tests.</summary>
    Surface = 1,

    /// <summary>The chain that the card manager gives by GET DATA; 5000020 in production, 6000020 in tests.</summary>
    CardManager = 2,
}
