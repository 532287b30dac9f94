using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Login;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds login by card to an application's authentication.</summary>
public static class JpkiLoginExtensions
{
    /// <summary>Adds the scheme <see cref="JpkiLoginDefaults.AuthenticationScheme"/>.</summary>
    /// <param name="builder">The application's authentication.</param>
    /// <param name="configure">Sets the options; <see cref="JpkiLoginOptions.SubjectKey"/> is required.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>AddMyNumberJpki must be called too, before or after.</remarks>
    public static AuthenticationBuilder AddJpkiLogin(this AuthenticationBuilder builder, Action<JpkiLoginOptions> configure) =>
        builder.AddJpkiLogin(JpkiLoginDefaults.AuthenticationScheme, JpkiLoginDefaults.DisplayName, configure);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The application's authentication.</param>
    /// <param name="scheme">Name of the scheme.</param>
    /// <param name="displayName">What a list of schemes shows.</param>
    /// <param name="configure">Sets the options; <see cref="JpkiLoginOptions.SubjectKey"/> is required, and two schemes take two callback paths.</param>
    /// <returns>The same builder.</returns>
    public static AuthenticationBuilder AddJpkiLogin(this AuthenticationBuilder builder, string scheme, string? displayName, Action<JpkiLoginOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JpkiLoginOptions>, JpkiLoginPostConfigure>(services => services.GetService<JpkiTrust>() is not null
            ? new JpkiLoginPostConfigure(services)
            : throw new InvalidOperationException("AddJpkiLogin needs AddMyNumberJpki: call builder.Services.AddMyNumberJpki(...) with anchors and origin.")));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JpkiLoginOptions>, JpkiLoginValidator>());
        builder.Services.AddOptions<JpkiLoginOptions>(scheme).ValidateOnStart();
        return builder.AddRemoteScheme<JpkiLoginOptions, JpkiLoginHandler>(scheme, displayName, configure);
    }
}
