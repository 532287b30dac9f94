using Microsoft.AspNetCore.Authentication;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>What an application does on the way of a login. Derive from it and set <c>EventsType</c>, or set the delegates.</summary>
public class JpkiLoginEvents : RemoteAuthenticationEvents
{
    /// <summary>Called when a login was verified and before the session begins: look up the account, add claims, or refuse.</summary>
    public Func<JpkiCertificateValidatedContext, Task> OnCertificateValidated { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called when a login was refused, or no challenge could be issued, and before the response is written.</summary>
    public Func<JpkiRejectedContext, Task> OnRejected { get; set; } = _ => Task.CompletedTask;

    /// <summary>Calls <see cref="OnCertificateValidated"/>.</summary>
    /// <param name="context">The verified login.</param>
    /// <returns>When the application is done.</returns>
    public virtual Task CertificateValidated(JpkiCertificateValidatedContext context) => OnCertificateValidated(context);

    /// <summary>Calls <see cref="OnRejected"/>.</summary>
    /// <param name="context">The refused login.</param>
    /// <returns>When the application is done.</returns>
    public virtual Task Rejected(JpkiRejectedContext context) => OnRejected(context);
}
