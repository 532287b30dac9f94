namespace CardAgent.Guards;

/// <summary>Why a request of a browser goes no further. Nothing is posted back then: the address for it is not to be believed.</summary>
internal enum Refusal
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The Host header is not the address that is served (DNS rebinding).</summary>
    OtherHost,

    /// <summary>Not a page of its own: a frame, an image, a script (clickjacking).</summary>
    NotAPage,

    /// <summary>The Origin header is missing, twice there or <c>null</c>.</summary>
    NoOrigin,

    /// <summary>The origin is not on the list.</summary>
    OriginNotAllowed,

    /// <summary>The fields are not those of a request.</summary>
    Unreadable,

    /// <summary>The fields are those of a request, but the answer would leave the origin that asks.</summary>
    ReturnOutsideOrigin,

    /// <summary>A form that is only this program's was posted from another site (CSRF).</summary>
    OtherSite,

    /// <summary>The request was answered already, or another took its place.</summary>
    Gone,

    /// <summary>No such page.</summary>
    NotFound,
}
