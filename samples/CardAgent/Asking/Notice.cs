namespace CardAgent.Asking;

/// <summary>What a page says above the PIN.</summary>
internal enum Notice
{
    None,

    /// <summary>No card is in the reader; the page asks for it.</summary>
    PutCardIn,

    /// <summary>The PIN was wrong; a try is gone.</summary>
    WrongPin,

    /// <summary>The PIN has not the form of one; no try is gone.</summary>
    MalformedPin,

    /// <summary>One try is left and the box was not ticked; no try is gone.</summary>
    LastTryNotChosen,

    /// <summary>A page that was answered already was posted again; no try is gone.</summary>
    PostedTwice,
}
