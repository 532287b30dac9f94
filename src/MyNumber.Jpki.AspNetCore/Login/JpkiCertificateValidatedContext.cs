using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>A login that was verified, before the session begins.</summary>
public sealed class JpkiCertificateValidatedContext : PropertiesContext<JpkiLoginOptions>
{
    internal JpkiCertificateValidatedContext(HttpContext context, AuthenticationScheme scheme, JpkiLoginOptions options, AuthenticationProperties properties, LoginResult login, ClaimsIdentity identity)
        : base(context, scheme, options, properties)
    {
        Login = login;
        Identity = identity;
        Principal = new ClaimsPrincipal(identity);
    }

    /// <summary>The verified login with its certificate and status.</summary>
    public LoginResult Login { get; }

    /// <summary>Which certificate it was: look up the account by it. It is a personal handle: not for claims, logs or the browser.</summary>
    public CertificateIdentity Certificate => Login.Identity;

    /// <summary>The identity, with subject, method and instant; add the application's own claims to it.</summary>
    public ClaimsIdentity Identity { get; }

    /// <summary>Who the session is for; <see cref="Identity"/> unless replaced.</summary>
    public ClaimsPrincipal Principal { get; set; }

    internal JpkiRejection? Rejection { get; private set; }

    /// <summary>Refuses the login after all, such as for a card that is linked to no account.</summary>
    /// <param name="rejection">Why.</param>
    public void Refuse(JpkiRejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        Rejection = rejection;
    }
}
