using System.Net;
using System.Net.Sockets;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Tests.Reading;

/// <summary>What a descriptor gives once it is open; which ones are taken at all is seen at the built tool.</summary>
public sealed class DescriptorTests
{
    [SkippableFact]
    public void Socket_gives_byte_for_byte_and_keeps_the_rest_for_the_next_reader()
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no such numbers.");
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using Socket there = new(SocketType.Stream, ProtocolType.Tcp);
        there.Connect(listener.LocalEndpoint);
        using Socket here = listener.AcceptSocket();
        there.Send("a\nb"u8);
        byte[] one = new byte[1];
        using (Stream stream = Descriptor.Open(here.Handle.ToInt32()))
        {
            Waiting.Read(stream, one, CancellationToken.None).ShouldBe(1);
            one[0].ShouldBe((byte)'a');
        }

        here.Receive(one).ShouldBe(1);
        one[0].ShouldBe((byte)'\n');
    }
}
