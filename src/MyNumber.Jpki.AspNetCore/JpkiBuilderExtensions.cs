using System.Data.Common;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.AspNetCore.Status;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Storage;
using MyNumber.Numbering.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Further settings on the builder.</summary>
public static class JpkiBuilderExtensions
{
    /// <summary>Changes the HTTP clients that ask responders and fetch lists, such as their proxy, client certificate or resilience.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Called once for each client, <see cref="JpkiHttpClients.Ocsp"/> and <see cref="JpkiHttpClients.Crl"/>.</param>
    /// <returns>The builder.</returns>
    public static IJpkiBuilder ConfigureHttpClients(this IJpkiBuilder builder, Action<IHttpClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        configure(builder.Services.AddHttpClient(JpkiHttpClients.Ocsp));
        configure(builder.Services.AddHttpClient(JpkiHttpClients.Crl));
        return builder;
    }

    /// <summary>Keeps challenges in a database that all servers of the service share, so that of all of them one at most takes a challenge (<see cref="SqlChallengeStore"/>).</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <returns>The builder.</returns>
    /// <remarks>While the host runs, what nobody took in time is removed at the start and every ten minutes; a failure of that is logged and tried again, and stops nothing. The table is the host's to make:
    /// <see cref="SqlChallengeStore.CreateTablesAsync"/> of the store, which the services have, or <see cref="ChallengeSchema"/>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">It was called before for these services.</exception>
    public static IJpkiBuilder UseSqlChallenges(this IJpkiBuilder builder, DbDataSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Services.Any(service => service.ServiceType == typeof(SqlChallengeStore)))
        {
            throw new InvalidOperationException("UseSqlChallenges was called twice, or a SqlChallengeStore is registered already. Call it once, and register none beside it.");
        }

        SqlChallengeStore store = new(source, dialect);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<IChallengeStore>(store);
        builder.Services.AddHostedService<ChallengeSweep>();
        return builder;
    }
}
