using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace BankPortalTests;

/// <summary>Gives a request of the test server, which has no connection, the address that the test names.</summary>
internal sealed class ClientAddresses : IStartupFilter
{
    public const string Header = "Test-Client";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, then) =>
        {
            if (context.Request.Headers[Header] is [{ } address])
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            }

            return then(context);
        });
        next(app);
    };
}
