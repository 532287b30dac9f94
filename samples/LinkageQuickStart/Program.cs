#region linkage-quick-start
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

using LinkageLab lab = await LinkageLab.StartAsync(ChildAllowance.CreateNetwork(people: 3));    // a core and eight bodies in this process
LabBody city = lab[ChildAllowance.City], prefecture = lab[ChildAllowance.Prefecture];
Operator clerk = city.CreateWorker(ChildAllowance.Affair);                                      // works in the affair, or nothing is sent

InquiryResult tax = await city.Asking.InquireAsync(clerk, ChildAllowance.Order(person: 0, need: 1));
Console.WriteLine($"{tax.State}, {tax.Outcome}: {tax.Payload!.Items[1].Value}");                // Done, Provided: income of 0

InquiryResult roll = await city.Asking.InquireAsync(clerk, ChildAllowance.Order(person: 0, need: 2));
Console.WriteLine($"{roll.State}");                                                             // Waiting: a human has to release it
await prefecture.Giving.ReleaseAsync(prefecture.CreateWorker(ChildAllowance.Affair), roll.Inquiry);
roll = await city.Asking.CollectAsync(clerk, roll.Inquiry);
Console.WriteLine($"{roll.State}, {roll.Outcome}: {roll.Payload!.Items[0].Value}");             // Done, Provided: grade of 0

StoredRecord? own = await city.Stores.Records.FindAsync(new RecordKey(tax.Inquiry, 0));         // 0: the first record, 1 and on: corrections
StoredRecord? theirs = await lab[ChildAllowance.TaxCity].Stores.Records.FindAsync(new RecordKey(tax.Inquiry, 0));
StoredRecord? core = await lab.Core.Stores.Records.FindAsync(new RecordKey(tax.Inquiry, 0));
Console.WriteLine(own!.Record.Record);                                                          // record …: agency 101 asked agency 103 for 2 items at …, Provided
Console.WriteLine(own.Record.Commitment == theirs!.Record.Commitment && own.Record.Commitment == core!.Record.Commitment);    // True: three parties, one record
#endregion
