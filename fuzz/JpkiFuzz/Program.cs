using System.Diagnostics;
using System.Globalization;
using MyNumber.CardFuzz;
using MyNumber.JpkiFuzz;
using MyNumber.JpkiFuzz.Certificates;
using MyNumber.JpkiFuzz.Crl;
using MyNumber.JpkiFuzz.Ocsp;
using MyNumber.JpkiFuzz.Pdf;
using MyNumber.JpkiFuzz.Rsa;
using MyNumber.JpkiFuzz.Signatures;
using MyNumber.JpkiFuzz.Xml;

// JpkiFuzz TARGET [--count N] [--seed N]
IFuzzTarget[] targets =
[
    new RsaTarget(),
    new SignatureTarget(),
    new CertificateTarget(),
    new CrlTarget(),
    new OcspTarget(),
    new XmlTarget(),
    new PdfTarget(),
];
IFuzzTarget? target = targets.FirstOrDefault(candidate => args.Contains(candidate.Name));
if (target is null)
{
    Console.Error.WriteLine($"Name a target: {string.Join(", ", targets.Select(candidate => candidate.Name))}.");
    return 2;
}

Stopwatch clock = Stopwatch.StartNew();
using FuzzWatchdog watchdog = new(() => target.Judged);
try
{
    target.Run((ulong)Number("--seed", 1), Number("--count", 1_000_000));
    Console.WriteLine($"No finding in {clock.Elapsed.TotalSeconds:N0} s. {target.Summary()}");
    return 0;
}
catch (FuzzFindingException finding)
{
    Console.WriteLine($"FINDING after {clock.Elapsed.TotalSeconds:N0} s. {target.Summary()}");
    Console.WriteLine(finding);
    return 1;
}

long Number(string name, long otherwise)
{
    int place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? long.Parse(args[place + 1], CultureInfo.InvariantCulture) : otherwise;
}
