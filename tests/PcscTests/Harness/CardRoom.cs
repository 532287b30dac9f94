using System.Net.NetworkInformation;

namespace MyNumber.PcscTests.Harness;

/// <summary>The place that <c>eng/card-room.sh</c> makes: a network with loopback alone, and a /run of its own.</summary>
internal static class CardRoom
{
    private const string Reason = "vpcd binds fixed ports on every interface: run these tests by eng/card-room.sh, as eng/test.sh does";

    /// <summary>Outside the room the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public static void Require()
    {
        bool inside = NetworkInterface.GetAllNetworkInterfaces().All(one => one.NetworkInterfaceType == NetworkInterfaceType.Loopback);
        if (!inside && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException(Reason);
        }

        Skip.IfNot(inside, Reason);
    }
}
