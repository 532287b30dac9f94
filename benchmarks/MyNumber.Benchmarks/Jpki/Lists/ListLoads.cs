using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Testing;

namespace MyNumber.Benchmarks.Jpki.Lists;

/// <summary>
/// <c>crl-load [--count N] [--runs N]</c>: loads one large list through this library, .NET's builder, OpenSSL and (one million entries) the JDK, each in a process of its own,
/// and prints what each took. A verb and no BenchmarkDotNet class, because peak memory belongs to a process.
/// </summary>
internal static class ListLoads
{
    private const int JdkCount = 1_000_000;

    public static int Run(string[] arguments)
    {
        if (arguments.Length == 3 && arguments[0] == "one")
        {
            return LoadOne(arguments[1], arguments[2]);
        }

        int count = Number(arguments, "--count", 10_000_000), runs = Number(arguments, "--runs", 3);
        string folder = Directory.CreateTempSubdirectory("mynumber-lists-").FullName;
        try
        {
            string large = Make(folder, "large.der", count), small = Make(folder, "small.der", JdkCount);
            File.WriteAllText(Path.Combine(folder, "ca.pem"), LargeList.Authority.ExportCertificatePem());
            for (int run = 0; run < runs; run++)
            {
                MeasuredProcess.Run("MyNumber", Environment.ProcessPath!, "crl-load", "one", "ours", large);
            }

            MeasuredProcess.Run(".NET builder", Environment.ProcessPath!, "crl-load", "one", "dotnet", large);
            MeasuredProcess.Run("OpenSSL", "openssl", "crl", "-in", large, "-inform", "DER", "-noout", "-verify", "-CAfile", Path.Combine(folder, "ca.pem"));
            MeasuredProcess.Run("MyNumber, 1 M", Environment.ProcessPath!, "crl-load", "one", "ours", small);
            MeasuredProcess.Run("JDK, 1 M", "java", "-Xmx6g", Path.Combine(AppContext.BaseDirectory, "Jpki", "Lists", "LoadList.java"), small, Path.Combine(folder, "ca.pem"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Make(string folder, string name, int count)
    {
        string path = Path.Combine(folder, name);
        LargeList.Write(path, count);
        Console.WriteLine($"{name}: {count:N0} entries, {new FileInfo(path).Length:N0} bytes");
        return path;
    }

    private static int LoadOne(string loader, string path)
    {
        Stopwatch clock = Stopwatch.StartNew();
        if (loader == "ours")
        {
            LoadOurs(path, clock);
            return 0;
        }

        CertificateRevocationListBuilder builder = CertificateRevocationListBuilder.Load(File.ReadAllBytes(path), out _);
        Console.WriteLine($"  load {clock.ElapsedMilliseconds:N0} ms, no signature, no index");
        GC.KeepAlive(builder);
        return 0;
    }

    private static void LoadOurs(string path, Stopwatch clock)
    {
        TrustAnchorSet anchors = LargeList.Anchors();
        ManualTimeProvider now = new(LargeList.Now);
        CrlStore store = new(now);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        CrlAddition addition = store.ReadAsync(file, anchors, CrlStream.UsualPiece, default).GetAwaiter().GetResult();
        VerificationReason reason = store.Publish(addition);
        long load = clock.ElapsedMilliseconds;
        if (reason != VerificationReason.None)
        {
            throw new InvalidOperationException(reason.ToString());
        }

        long heap = GC.GetTotalMemory(forceFullCollection: false), peak = MeasuredProcess.PeakOf("self");
        double each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)store.EntryCount;
        Console.WriteLine($"  load {load:N0} ms with hashes and signature, {store.EntryCount:N0} entries, {each:N2} bytes an entry resident, managed heap at the end of the load {heap / 1e6:N0} MB, peak {peak / 1e6:N0} MB");
        Console.WriteLine($"  lookup {ListLookups.Measure(addition.List!.Index, (int)store.EntryCount)}");
    }

    private static int Number(string[] arguments, string name, int otherwise)
    {
        int place = Array.IndexOf(arguments, name);
        return place >= 0 && place + 1 < arguments.Length ? int.Parse(arguments[place + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
