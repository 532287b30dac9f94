using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds which account has which certificates (発行番号の紐付け) to the services.</summary>
public static class JpkiAccountLinksExtensions
{
    /// <summary>Adds <see cref="AccountLinks"/>, which finds the account of a login, links accounts that are opened, and follows renewals.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder; another call changes nothing.</returns>
    /// <remarks>
    /// <para>Links are kept in the <see cref="IAccountLinkStore"/> that the application registers, before or after, such as <see cref="MyNumber.Jpki.Services.Accounts.Storage.SqlAccountLinkStore"/>.
    /// Without one they are kept in this process and gone with it, and a host whose environment is Production, or that names none, does not start.</para>
    /// <para>The authority's <see cref="ISerialLinkService"/> and <see cref="ISuccessorService"/> are the application's to register; <c>UseEmulator</c> of MyNumber.Testing brings a lab's. Without them the host does not start.</para>
    /// </remarks>
    public static IJpkiBuilder AddAccountLinks(this IJpkiBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        AccountLinkServices.Add(builder.Services);
        return builder;
    }
}
