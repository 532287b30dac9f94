using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Problems;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>A login that was refused, or could not be asked for since the store of challenges is full or failed, before the response is written.</summary>
public sealed class JpkiRejectedContext : BaseContext<JpkiLoginOptions>
{
    internal JpkiRejectedContext(HttpContext context, AuthenticationScheme scheme, JpkiLoginOptions options, JpkiRejection rejection)
        : base(context, scheme, options) => Rejection = rejection;

    /// <summary>Why.</summary>
    public JpkiRejection Rejection { get; }

    /// <summary>Whether the application wrote the response itself.</summary>
    public bool IsHandled { get; private set; }

    /// <summary>Says that the application wrote the response itself.</summary>
    public void HandleResponse() => IsHandled = true;
}
